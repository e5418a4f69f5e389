"""How far the annotators agree, and every place at which they do not."""
