"""Excel workbooks: text that stays text, amounts in kroner, the same bytes for the same content."""
