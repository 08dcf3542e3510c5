const marks=[...document.querySelectorAll('mark[data-first] a')];
let at=-1;
marks.forEach((a,i)=>{
 a.addEventListener('focus',()=>{at=i});
 a.addEventListener('click',()=>{
  const who=document.querySelector(a.getAttribute('href')+' a');
  if(who)setTimeout(()=>who.focus({preventScroll:true}),0);
 });
});
document.addEventListener('keydown',e=>{
 if(e.ctrlKey||e.metaKey||e.altKey)return;
 if(e.key==='Escape'){document.querySelectorAll('.same').forEach(n=>n.classList.remove('same'));return}
 if(e.key!=='j'&&e.key!=='k')return;
 const i=e.key==='j'?Math.min(at+1,marks.length-1):Math.max(at-1,0);
 if(marks[i]){marks[i].focus();marks[i].scrollIntoView({block:'center'})}
});
document.querySelectorAll('.who a[data-actor]').forEach(a=>a.addEventListener('click',()=>{
 const back=document.querySelector(a.getAttribute('href')+' a,'+a.getAttribute('href')+'[tabindex]');
 if(back)setTimeout(()=>back.focus({preventScroll:true}),0);
 document.querySelectorAll('.same').forEach(n=>n.classList.remove('same'));
 document.querySelectorAll(`[data-actor="${a.dataset.actor}"]`).forEach(n=>(n.closest('li')||n).classList.add('same'));
}));
const folded=[...document.querySelectorAll('details')];
addEventListener('beforeprint',()=>folded.forEach(d=>{d.dataset.was=d.open?'1':'';d.open=true}));
addEventListener('afterprint',()=>folded.forEach(d=>{d.open=d.dataset.was==='1'}));
