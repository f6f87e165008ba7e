// SPDX-License-Identifier: Apache-2.0

/// Sorting of a few hundred numbers whose high bits are evenly spread, as those of hashes are.
enum HashSort {
  /// Sorts ascending: numbers are dealt out by their highest six bits, then moved the few places that
  /// remain.
  static func sort(_ values: inout [UInt64]) {
    guard values.count > 24 else {
      settle(&values)
      return
    }
    var starts = InlineArray<65, Int>(repeating: 0)
    for value in values { starts[Int(value >> 58) + 1] += 1 }
    for place in 1..<65 { starts[place] += starts[place - 1] }
    var dealt = [UInt64](repeating: 0, count: values.count)
    for value in values {
      let bucket = Int(value >> 58)
      dealt[starts[bucket]] = value
      starts[bucket] += 1
    }
    settle(&dealt)
    values = dealt
  }

  private static func settle(_ values: inout [UInt64]) {
    for place in values.indices.dropFirst() {
      let value = values[place]
      var free = place
      while free > 0, values[free - 1] > value {
        values[free] = values[free - 1]
        free -= 1
      }
      values[free] = value
    }
  }
}
