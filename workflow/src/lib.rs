//! What can be done in a screening, and by whom: one function a use case, and the ports it needs.
