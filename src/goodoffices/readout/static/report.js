"use strict";
(() => {
  const svg = document.querySelector(".canvas svg");
  const panel = document.getElementById("details");
  if (!svg || !panel) return;
  const states = [...svg.querySelectorAll("a.state")];
  const moves = [...svg.querySelectorAll(".move")];
  let open = null;

  const light = (state) => {
    svg.classList.toggle("focused", Boolean(state));
    for (const move of moves)
      move.classList.toggle("lit", Boolean(state) && move.dataset.ends.split(" ").includes(state.dataset.state));
  };

  const close = () => {
    if (!open) return;
    open.classList.remove("open");
    open.setAttribute("aria-expanded", "false");
    panel.hidden = true;
    panel.replaceChildren();
    light(null);
    const back = open;
    open = null;
    back.focus();
  };

  const show = (state) => {
    if (open === state) { close(); return; }
    if (open) { open.classList.remove("open"); open.setAttribute("aria-expanded", "false"); }
    const card = document.getElementById("state-" + state.dataset.state);
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("aria-labelledby");
    copy.classList.remove("card");
    for (const inner of copy.querySelectorAll("[id]")) inner.removeAttribute("id");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Close";
    button.addEventListener("click", close);
    panel.replaceChildren(button, copy);
    panel.hidden = false;
    panel.scrollTop = 0;
    open = state;
    state.classList.add("open");
    state.setAttribute("aria-expanded", "true");
    light(state);
    const hidden = state.getBoundingClientRect().bottom + 16 - panel.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, hidden);
  };

  const go = (state) => {
    for (const other of states) other.setAttribute("tabindex", other === state ? "0" : "-1");
    state.focus();
  };

  // The nearest state in the direction asked for: in the same row or column before any other.
  const next = (from, dx, dy) => {
    const at = (s) => [Number(s.dataset.column), Number(s.dataset.row)];
    const [x, y] = at(from);
    let best = null, least = Infinity;
    for (const state of states) {
      const [cx, cy] = at(state);
      const ahead = (cx - x) * dx + (cy - y) * dy;
      const aside = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
      if (ahead > 0 && ahead + 20 * aside < least) { least = ahead + 20 * aside; best = state; }
    }
    return best;
  };

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const state of states) {
    state.setAttribute("role", "button");
    state.setAttribute("aria-expanded", "false");
    state.setAttribute("aria-controls", "details");
    state.addEventListener("click", (event) => { event.preventDefault(); go(state); show(state); });
    state.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      let target = null;
      if (arrows[event.key]) target = next(state, ...arrows[event.key]) || state;
      else if (event.key === "Home") target = states[0];
      else if (event.key === "End") target = states[states.length - 1];
      else if (event.key === "Enter" || event.key === " ") show(state);
      else return;
      event.preventDefault();
      if (target) go(target);
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  const shut = [];
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) { part.open = true; shut.push(part); }
  });
  window.addEventListener("afterprint", () => { for (const part of shut.splice(0)) part.open = false; });
})();
