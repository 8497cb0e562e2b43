"""An open year and what can be done with it, each once; front ends only ask and show."""
