"""The originals that training.download fetched as the files of DATA, a module for each form that they have."""
