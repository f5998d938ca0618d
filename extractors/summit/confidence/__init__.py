"""The confidence pipe: patterns.py names the signs, signs.py looks for them, calibration.py weighs them."""
