"""The book (*buku kendali*): what was approved, one file per closed paper, chained line by line; it outlives the forge."""
