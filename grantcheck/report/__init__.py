"""What people and programs get to see: console text, JSON, the view of a note, the page of a rule."""
