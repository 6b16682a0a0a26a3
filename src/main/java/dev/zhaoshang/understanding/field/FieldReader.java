package dev.zhaoshang.understanding.field;

/** Finds the fields of one kind and speaks for the characters that state them. */
interface FieldReader {

  void read(Reading reading);
}
