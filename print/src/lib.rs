//! What is printed or opened elsewhere: PDF of the report.
