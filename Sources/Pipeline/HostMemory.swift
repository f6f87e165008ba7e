// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TextBasics

/// What hosts asked of us, shared by all visits of a run: one 429 spares the host's other feeds.
final class HostMemory: Sendable {
  private let hosts: Mutex<[String: HostSchedule]>
  private let stored: [String: String]
  private let isLive: Bool

  /// Takes what the store remembered; what cannot be read is forgotten.
  ///
  /// - Parameters:
  ///   - stored: By host name.
  ///   - isLive: Whether servers are asked: only they can be spared.
  init(_ stored: [String: String], isLive: Bool = true) {
    self.stored = stored
    self.isLive = isLive
    let decoded = stored.compactMapValues { text in
      try? JSONDecoder().decode(HostSchedule.self, from: Data(text.utf8))
    }
    hosts = Mutex(decoded)
  }

  /// The host of an address, as the key of what is remembered.
  static func host(of url: String) -> String { WebAddress(url)?.host ?? url }

  /// Seconds since 1970 until which the host wants to be left alone, or `nil`.
  func pause(of host: String, now: Int) -> Int? {
    guard isLive else { return nil }
    return hosts.withLock { hosts in
      guard let schedule = hosts[host], !schedule.mayBeFetched(at: now) else { return nil }
      return schedule.notBefore
    }
  }

  func receive(_ status: Int?, retryAfter: Int?, from host: String, now: Int) {
    hosts.withLock {
      $0[host, default: HostSchedule()].receive(
        status: status,
        retryAfter: retryAfter,
        now: now
      )
    }
  }

  /// What is to be stored: changed hosts, and an empty text for those that may be forgotten.
  func changes() -> [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return hosts.withLock { hosts in
      var changes: [String: String] = [:]
      for (name, schedule) in hosts {
        let data = schedule.isEmpty ? nil : try? encoder.encode(schedule)
        let text = data.map { String(decoding: $0, as: UTF8.self) } ?? ""
        if text != stored[name] ?? "" { changes[name] = text }
      }
      return changes
    }
  }
}
