"""The forms as line prompts: a question, a line for the answer, in the words of the screen."""
