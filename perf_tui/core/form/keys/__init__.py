"""What the keys of form files mean, for those who write them: in words, and as JSON Schema."""
