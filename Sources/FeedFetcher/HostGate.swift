// SPDX-License-Identifier: Apache-2.0

/// Decides which waiting fetch may start: so many per host, so long after the last one.
///
/// A pure value: it is told the time and knows no sockets.
struct HostGate {
  /// Limits of a host.
  struct Rule: Sendable {
    /// Transfers at a time.
    var maxParallel: Int
    /// From the start of a transfer to the start of the next.
    var minGap: Duration = .zero
  }

  private struct Host {
    var rule: Rule
    var active = 0
    /// Not before this time.
    var nextStart: Duration = .zero
    var waiting: [Int] = []
    var first = 0
    /// Whether the host stands in `ready` or in `paced`.
    var isListed = false

    var isEmpty: Bool { first == waiting.count }
    var isFree: Bool { !isEmpty && active < rule.maxParallel }

    mutating func pop() -> Int {
      let id = waiting[first]
      first += 1
      if first > 32, first * 2 > waiting.count {
        waiting.removeFirst(first)
        first = 0
      }
      return id
    }
  }

  private let usual: Rule
  private let rules: [String: Rule]
  private var hosts: [String: Host] = [:]
  /// Hosts that may start something, in the order in which they came to be so.
  private var ready: [String] = []
  private var firstReady = 0
  /// Hosts that only wait for their time.
  private var paced: [String] = []
  /// Fetches that wait.
  private(set) var count = 0

  /// - Parameters:
  ///   - usual: For hosts that `rules` does not name.
  ///   - rules: By lower-case host name.
  init(usual: Rule, rules: [String: Rule]) {
    self.usual = usual
    self.rules = rules
  }

  /// Lets the fetch `id` wait for `host`, in front of the others if it is `urgent`.
  mutating func enqueue(_ id: Int, host name: String, urgent: Bool = false) {
    var host = hosts[name] ?? Host(rule: rules[name] ?? usual)
    if urgent { host.waiting.insert(id, at: host.first) } else { host.waiting.append(id) }
    count += 1
    hosts[name] = host
    list(name)
  }

  /// Takes the next fetch that may start at `now`, and counts it as started.
  mutating func next(now: Duration) -> Int? {
    if !paced.isEmpty { promote(now: now) }
    while firstReady < ready.count {
      let name = ready[firstReady]
      firstReady += 1
      if firstReady > 256, firstReady * 2 > ready.count {
        ready.removeFirst(firstReady)
        firstReady = 0
      }
      guard var host = hosts[name] else { continue }
      host.isListed = false
      guard host.isFree else {
        hosts[name] = host
        continue
      }
      guard host.nextStart <= now else {
        host.isListed = true
        hosts[name] = host
        paced.append(name)
        continue
      }
      let id = host.pop()
      count -= 1
      host.active += 1
      if host.rule.minGap > .zero { host.nextStart = now + host.rule.minGap }
      hosts[name] = host
      list(name)
      return id
    }
    return nil
  }

  /// Notes that a fetch from `host` has ended.
  mutating func finished(host name: String) {
    guard var host = hosts[name] else { return }
    host.active -= 1
    let isIdle = host.active == 0 && host.isEmpty && host.rule.minGap == .zero
    hosts[name] = isIdle && !host.isListed ? nil : host
    list(name)
  }

  /// Forgets the waiting fetch `id`.
  mutating func remove(_ id: Int, host name: String) {
    guard var host = hosts[name],
      let index = host.waiting[host.first...].firstIndex(of: id)
    else { return }
    host.waiting.remove(at: index)
    count -= 1
    hosts[name] = host
  }

  /// When the next host that only waits for its time may start.
  var nextStart: Duration? {
    paced.compactMap { hosts[$0] }.filter(\.isFree).map(\.nextStart).min()
  }

  private mutating func list(_ name: String) {
    guard var host = hosts[name], host.isFree, !host.isListed else { return }
    host.isListed = true
    hosts[name] = host
    ready.append(name)
  }

  private mutating func promote(now: Duration) {
    var left: [String] = []
    for name in paced {
      guard var host = hosts[name] else { continue }
      if host.isFree, host.nextStart > now {
        left.append(name)
        continue
      }
      host.isListed = false
      hosts[name] = host
      list(name)
    }
    paced = left
  }
}
