// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// A fault of `feeds.conf`.
package typealias ConfigurationFault = Fault

/// A `feeds.conf` that cannot be used, with all its errors and warnings in the order of the file.
package struct ConfigurationError: Error, Sendable {
  package let faults: [ConfigurationFault]

  package init(faults: [ConfigurationFault]) { self.faults = faults }

  /// All faults as the user sees them, and how many of them are errors.
  ///
  /// - Parameter isolates: See ``Fault/rendered(isolates:)``.
  /// - Returns: Lines without a final line end.
  package func rendered(isolates: Bool = true) -> String {
    let count = faults.count { $0.severity == .error }
    return
      (faults.map { $0.rendered(isolates: isolates) }
      + ["\(count) error\(count == 1 ? "" : "s"). Nothing was fetched."])
      .joined(separator: "\n")
  }
}

/// What `feeds.conf` says.
package struct FeedListConfiguration: Sendable, Hashable {
  /// Limits for one host.
  package struct HostRule: Sendable, Hashable {
    /// Lower case.
    package let name: String
    /// Transfers at a time.
    package var maxParallel = 2
    /// From the start of a transfer to the start of the next.
    package var minGap: Duration = .zero
  }

  /// What happens to readers when a story grows.
  package enum Updates: String, Sendable, Hashable, CaseIterable {
    case silent
    case followUp = "follow-up"
  }

  /// The section `[digest]`.
  package struct DigestSection: Sendable, Hashable {
    package var directory: String?
    /// Ends in a slash.
    package var baseURL: String?
    /// Of RFC 4151: a name and the date from which it was the user's.
    package var authority = "rasad.invalid,2025"
    package var title = "Rasad"
    /// Stories.
    package var keep = 100
    package var settle: Duration = .zero
    package var updates = Updates.silent
    package var titleIsolates = false
    package var hub: String?
  }

  /// The section `[hook]`.
  package struct Hook: Sendable, Hashable {
    package let command: String
    package var timeout: Duration = .seconds(30)
  }

  /// The file, as it was named.
  package let path: String
  /// A `mailto:` or http(s) address for publishers.
  package var contact: String?
  package var seeds: String
  package var state: String?
  package var alertAfter: Duration = .seconds(86_400)
  /// Transfers at a time.
  package var parallel = 64
  /// Bytes of all bodies in flight.
  package var memory = 48 << 20
  /// In the order of the file.
  package var feeds: [FeedSource] = []
  package var hosts: [HostRule] = []
  package var digest = DigestSection()
  package var hook: Hook?
  package var warnings: [ConfigurationFault] = []
}
