// SPDX-License-Identifier: Apache-2.0

/// Weights of ``PairModel``.
let pairModelText: String = #"""
  # version 1
  [same]
  base = -3000
  cover = 3000
  mutualCover = 4000
  [ar-fa]
  base = -3000
  cover = 3000
  mutualCover = 5000
  [x-en]
  base = -3000
  cover = 3000
  mutualCover = 5000
  """#
