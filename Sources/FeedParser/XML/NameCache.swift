// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2

/// Numbers of names by the addresses that libxml2's dictionary gives them.
struct NameCache {
  @safe
  private struct Slot {
    var local: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var uri: UnsafePointer<xmlChar>?
    var number: UInt16

    func isFor(
      _ local: UnsafePointer<xmlChar>,
      _ prefix: UnsafePointer<xmlChar>?,
      _ uri: UnsafePointer<xmlChar>?
    ) -> Bool {
      unsafe self.local == local && self.prefix == prefix && self.uri == uri
    }
  }
  private static let size = 256
  /// The names that were last found under each hash of an address and its neighbour.
  private var recent = [Slot](
    repeating: unsafe Slot(local: nil, prefix: nil, uri: nil, number: 0),
    count: NameCache.size
  )
  private var all: [Slot] = []

  /// The number of a name, which is made when it is new.
  mutating func number(
    _ local: UnsafePointer<xmlChar>,
    _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?,
    _ builder: inout TapeBuilder
  ) -> UInt16 {
    let address = UInt64(UInt(bitPattern: local)) &+ UInt64(UInt(bitPattern: uri)) &* 31
    // Fibonacci hashing: the upper bits of the product depend on all bits of the address.
    let place = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if unsafe recent[place].isFor(local, prefix, uri) { return recent[place].number }
    if unsafe recent[place ^ 1].isFor(local, prefix, uri) { return recent[place ^ 1].number }
    defer { recent.swapAt(place, place ^ 1) }
    if let known = all.first(where: { unsafe $0.isFor(local, prefix, uri) }) {
      recent[place ^ 1] = known
      return known.number
    }
    let name = unsafe XMLName(
      prefix: NameCache.text(prefix) ?? "",
      local: NameCache.text(local) ?? "",
      uri: NameCache.text(uri),
      others: builder.tape.names
    )
    let slot = unsafe Slot(local: local, prefix: prefix, uri: uri, number: builder.intern(name))
    // Names beyond this are looked up in the table of names again each time.
    if all.count < 4096 { all.append(slot) }
    recent[place ^ 1] = slot
    return slot.number
  }

  /// The text that libxml2 shows, or `nil`.
  static func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}
