// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// Collects the members of a JSON object; what has no value gets no key.
struct ObjectBuilder {
  private(set) var members: [JSONText.Member] = []

  var value: JSONText { .object(members) }

  mutating func add(_ key: String, _ text: String?) {
    if let text { members.append(.init(key, .string(text))) }
  }
  mutating func add(_ key: String, _ number: Int?) {
    if let number { members.append(.init(key, .int(number))) }
  }
  mutating func add(_ key: String, _ flag: Bool?) {
    if let flag { members.append(.init(key, .bool(flag))) }
  }
  mutating func add(_ key: String, _ value: JSONText?) {
    if let value { members.append(.init(key, value)) }
  }
  mutating func add(instant key: String, _ seconds: Int?) {
    if let seconds { members.append(.init(key, .instant(seconds))) }
  }
  mutating func add(_ key: String, _ list: [String]) {
    if !list.isEmpty { members.append(.init(key, .array(list.map(JSONText.string)))) }
  }
  mutating func add(_ key: String, _ list: [JSONText]) {
    if !list.isEmpty { members.append(.init(key, .array(list))) }
  }

  /// The object that `fill` fills.
  static func object(_ fill: (inout ObjectBuilder) -> Void) -> JSONText {
    var builder = ObjectBuilder()
    fill(&builder)
    return builder.value
  }
}
