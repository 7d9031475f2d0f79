package io.evalbeam.schemas.reference;

/** Numeric formats of training arithmetic. */
public enum NumericFormat {
  BF16,
  FP16,
  TF32,
  FP32,
  FP8,
  INT8
}
