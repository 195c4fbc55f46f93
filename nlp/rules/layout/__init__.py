"""What the page left in the text: publication lines, teasers, credits, loops, damage."""
