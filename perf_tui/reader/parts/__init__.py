"""The files of Word and Excel as what they are: zip files whose parts are XML."""
