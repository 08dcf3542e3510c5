"""Reading measured against labelled reports, and labels as others write them."""
