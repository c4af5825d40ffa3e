"""Facts of many cases at once, as SQL: the quantities that `derive` takes from one note, over columns."""
