package io.evalbeam.schemas.evaluation;

/** A possible answer and whether it is a correct one. */
public record Reference(String text, boolean correct) {}
