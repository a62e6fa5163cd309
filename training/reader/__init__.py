"""Training of the joint sentence reader: examples, batches, model, training, calibration, export."""
