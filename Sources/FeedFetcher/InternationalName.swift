// SPDX-License-Identifier: Apache-2.0

/// Host names outside ASCII in the form that the network knows (RFC 3492).
///
/// libcurl would ask the process's locale what the bytes of a name mean, and a program under cron
/// has none.
enum InternationalName {
  /// `url` with every label of its host in ASCII; unchanged when it is so already, when it has no
  /// host, or when a label cannot be encoded.
  static func ascii(url: String) -> String {
    guard url.utf8.contains(where: { $0 >= 0x80 }), let slashes = url.firstRange(of: "//") else {
      return url
    }
    let rest = url[slashes.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
    let at = authority.lastIndex(of: "@").map { authority.index(after: $0) }
    let server = authority[(at ?? authority.startIndex)...]
    let host = server.prefix { $0 != ":" }
    guard let name = ascii(host: String(host)) else { return url }
    return url[..<host.startIndex] + name + url[host.endIndex...]
  }

  /// The name with each label in ASCII, or `nil` when one cannot be encoded.
  static func ascii(host: String) -> String? {
    var labels: [String] = []
    for label in host.lowercased().split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        labels.append(String(label))
        continue
      }
      guard let code = punycode(label.unicodeScalars.map(\.value)), code.utf8.count <= 59 else {
        return nil
      }
      labels.append("xn--" + code)
    }
    return labels.joined(separator: ".")
  }

  /// Encodes the code points of one label (RFC 3492, 6.3).
  private static func punycode(_ input: [UInt32]) -> String? {
    guard input.count <= 63 else { return nil }
    var output = input.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var (code, delta, bias, handled) = (128, 0, 72, basic)
    while handled < input.count {
      guard let next = input.lazy.map({ Int($0) }).filter({ $0 >= code }).min() else { return nil }
      delta += (next - code) * (handled + 1)
      code = next
      for point in input {
        if point < code { delta += 1 }
        guard point == code else { continue }
        var rest = delta
        var position = 36
        while true {
          let threshold = min(max(position - bias, 1), 26)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          position += 36
        }
        output.append(digit(rest))
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 97 : value + 22) }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
