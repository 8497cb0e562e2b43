"""An open year and everything that can be done with it. Front ends only ask and show."""
