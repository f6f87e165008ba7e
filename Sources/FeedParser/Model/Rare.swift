// SPDX-License-Identifier: Apache-2.0

/// Keeps a value that is seldom there outside of the struct that owns it.
///
/// An item has some dozens of optional fields; inline they would take kilobytes of every item.
@propertyWrapper
public struct Rare<Value: Sendable & Hashable>: Sendable, Hashable {
  // An array is the standard library's copy-on-write box: one word when empty.
  private var storage: [Value] = []

  /// Makes an empty place.
  public init() {}
  /// Makes a place that holds `wrappedValue`.
  public init(wrappedValue: Value?) {
    if let wrappedValue { storage = [wrappedValue] }
  }

  /// The value, or `nil`.
  public var wrappedValue: Value? {
    get { storage.first }
    set {
      if let newValue { storage = [newValue] } else { storage = [] }
    }
  }
}
