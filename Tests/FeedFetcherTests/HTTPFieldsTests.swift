// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedFetcher

struct HTTPFieldsTests {
  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777), ("Sun Nov  6 08:49:37 1994", 784_111_777),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("soon", nil), ("", nil),
      ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
      ("1, 2, 3, 4, 5", nil), ("a b c d e f g", nil),
    ] as [(String, Int?)]
  )
  func `dates of HTTP come in three forms`(text: String, seconds: Int?) {
    #expect(HTTPDate.seconds(text) == seconds)
  }

  @Test(
    arguments: [
      ("120", 120), (" 0 ", 0), ("-5", nil), ("soon", nil), ("", nil), ("1.5", nil),
      ("99999999999", 99_999_999_999), ("99999999999999999999999", .max),
      ("Sun, 06 Nov 1994 08:49:37 GMT", 37), ("Sun, 06 Nov 1994 08:48:37 GMT", 0),
    ] as [(String, Int?)]
  )
  func `Retry-After has two forms`(text: String, seconds: Int?) {
    #expect(RetryAfter.seconds(text, now: 784_111_740) == seconds)
  }

  @Test(
    arguments: [
      ("max-age=600", 600), ("public, Max-Age=\"60\", must-revalidate", 60), ("no-cache", 0),
      ("max-age=60, no-store", 0), ("private", nil), ("max-age=-1", nil), ("max-age", nil),
      ("s-maxage=5", nil), ("max-age=1,max-age=2", 1), ("max-age=99999999999999999999", .max),
    ] as [(String, Int?)]
  )
  func `Cache-Control says how long an answer is fresh`(text: String, seconds: Int?) {
    #expect(CacheControl.maxAge(text) == seconds)
  }
}

struct AddressCheckTests {
  @Test(
    arguments: [
      ([8, 8, 8, 8], true), ([1, 1, 1, 1], true), ([0, 0, 0, 0], false), ([0, 1, 2, 3], false),
      ([10, 1, 1, 1], false), ([127, 9, 9, 9], false), ([100, 64, 0, 1], false),
      ([100, 128, 0, 1], true), ([169, 254, 169, 254], false), ([172, 16, 0, 1], false),
      ([172, 32, 0, 1], true), ([192, 168, 1, 1], false), ([198, 18, 0, 1], false),
      ([224, 0, 0, 1], false), ([255, 255, 255, 255], false), ([203, 0, 113, 5], false),
      ([1], false),
    ] as [([UInt8], Bool)]
  )
  func `an IPv4 address is public or not`(bytes: [UInt8], isPublic: Bool) {
    #expect(AddressCheck.isPublic(v4: bytes) == isPublic)
  }

  @Test(arguments: [
    ("2a00:1450:4001:800::200e", true), ("::", false), ("::1", false), ("::ffff:8.8.8.8", false),
    ("::7f00:1", false), ("fe80::1", false), ("fc00::1", false), ("fd12::1", false),
    ("ff02::1", false), ("64:ff9b::7f00:1", false), ("64:ff9b:1::1", false), ("2001:db8::1", false),
    ("2001::1", false), ("2002:7f00:1::1", false), ("2002:808:808::1", true), ("fec0::1", false),
    ("2001:4860:4860::8888", true), ("3fff::1", false), ("4000::1", false),
  ])
  func `an IPv6 address is public or not`(text: String, isPublic: Bool) {
    #expect(AddressCheck.isPublic(v6: bytes(text)) == isPublic)
  }

  @Test(arguments: [
    ("::ffff:169.254.169.254", true), ("::ffff:127.0.0.1", false), ("::", true), ("::1", false),
    ("fe80::1", true), ("ff02::1", true), ("fd00::1", false), ("64:ff9b::a9fe:a9fe", true),
  ])
  func `a link-local address is known in every dress`(text: String, isLinkLocal: Bool) {
    #expect(AddressCheck.isLinkLocal(bytes(text)) == isLinkLocal)
  }

  @Test(
    arguments: [
      ([169, 254, 169, 254], true), ([0, 0, 0, 0], true), ([127, 0, 0, 1], false),
      ([192, 168, 0, 1], false), ([239, 1, 1, 1], true),
    ] as [([UInt8], Bool)]
  )
  func `a link-local IPv4 address is known`(bytes: [UInt8], isLinkLocal: Bool) {
    #expect(AddressCheck.isLinkLocal(bytes) == isLinkLocal)
  }

  @Test func `addresses are written short`() {
    #expect(AddressCheck.text(v6: bytes("2001:db8::1:0:0:1")) == "2001:db8::1:0:0:1")
    #expect(AddressCheck.text(v6: bytes("::")) == "::")
    #expect(AddressCheck.text(v6: bytes("::1")) == "::1")
    #expect(AddressCheck.text(v4: [169, 254, 1, 2]) == "169.254.1.2")
  }

  /// Only what the table above needs.
  private func bytes(_ text: String) -> [UInt8] {
    func groups(_ part: Substring) -> [UInt16] {
      part.split(separator: ":").flatMap { field -> [UInt16] in
        let numbers = field.split(separator: ".").compactMap { UInt16($0) }
        if numbers.count == 4 {
          return [numbers[0] << 8 | numbers[1], numbers[2] << 8 | numbers[3]]
        }
        return [UInt16(field, radix: 16) ?? 0]
      }
    }
    let gap = text.firstRange(of: "::")
    let head = groups(text[..<(gap?.lowerBound ?? text.endIndex)])
    let tail = gap.map { groups(text[$0.upperBound...]) } ?? []
    let zeros = [UInt16](repeating: 0, count: 8 - head.count - tail.count)
    return (head + zeros + tail).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
}

struct ProxyChoiceTests {
  private let choice = ProxyChoice(environment: [
    "http_proxy": "http://p:1", "HTTPS_PROXY": "http://s:1", "HTTP_PROXY": "http://evil:1",
    "no_proxy": "example.org, .iran.ir,10.0.0.0/8,[::1]",
  ])

  @Test(
    arguments: [
      ("http", "a.example", "http://p:1"), ("https", "a.example", "http://s:1"),
      ("http", "example.org", nil), ("http", "www.EXAMPLE.org.", nil),
      ("http", "notexample.org", "http://p:1"), ("https", "iran.ir", nil),
      ("https", "www.iran.ir", nil), ("http", "10.2.3.4", nil), ("http", "11.2.3.4", "http://p:1"),
      ("http", "[::1]", nil),
    ] as [(String, String, String?)]
  )
  func `the environment chooses as curl does`(scheme: String, host: String, proxy: String?) {
    #expect(choice.proxy(scheme: scheme, host: host) == proxy)
  }

  @Test func `all_proxy is the last resort and a star exempts all`() {
    let all = ProxyChoice(environment: ["all_proxy": "socks5h://t:9050"])
    #expect(all.proxy(scheme: "http", host: "a") == "socks5h://t:9050")
    let none = ProxyChoice(environment: ["all_proxy": "socks5h://t:9050", "NO_PROXY": "*"])
    #expect(none.proxy(scheme: "http", host: "a") == nil)
    let capital = ProxyChoice(environment: ["HTTP_PROXY": "http://evil:1"])
    #expect(capital.proxy(scheme: "http", host: "a") == nil)
  }
}

struct HostGateTests {
  @Test func `hosts take turns and keep their limits`() {
    var gate = HostGate(usual: .init(maxParallel: 1), rules: ["b": .init(maxParallel: 2)])
    for id in 1...3 { gate.enqueue(id, host: "a") }
    for id in 4...6 { gate.enqueue(id, host: "b") }
    var started: [Int] = []
    while let id = gate.next(now: .zero) { started.append(id) }
    #expect(started == [1, 4, 5])
    gate.finished(host: "a")
    gate.remove(3, host: "a")
    gate.enqueue(7, host: "a", urgent: true)
    #expect(gate.next(now: .zero) == 7)
    #expect(gate.next(now: .zero) == nil)
    gate.finished(host: "a")
    #expect(gate.next(now: .zero) == 2)
    gate.finished(host: "b")
    #expect(gate.next(now: .zero) == 6)
    #expect(gate.count == 0)
  }

  @Test func `a paced host waits without holding up others`() {
    let rule = HostGate.Rule(maxParallel: 5, minGap: .seconds(2))
    var gate = HostGate(usual: .init(maxParallel: 5), rules: ["slow": rule])
    gate.enqueue(1, host: "slow")
    gate.enqueue(2, host: "slow")
    gate.enqueue(3, host: "fast")
    #expect(gate.next(now: .zero) == 1)
    #expect(gate.next(now: .zero) == 3)
    #expect(gate.next(now: .zero) == nil)
    #expect(gate.nextStart == .seconds(2))
    #expect(gate.next(now: .milliseconds(1999)) == nil)
    #expect(gate.next(now: .seconds(2)) == 2)
    gate.finished(host: "slow")
    gate.finished(host: "slow")
    gate.enqueue(4, host: "slow")
    #expect(gate.next(now: .seconds(3)) == nil)
    #expect(gate.next(now: .seconds(4)) == 4)
    #expect(gate.count == 0 && gate.nextStart == nil)
  }
}
