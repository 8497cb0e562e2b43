"""The forms as plain line prompts: a question, a line for an answer, in the screen's own words."""
