// SPDX-License-Identifier: Apache-2.0
package import Articles
import TextBasics

/// Turns a digest into files: Atom feeds, their JSON twin, the list of sources, and pages.
///
/// A pure function: the same digest gives the same bytes, whatever the clock, the locale and the
/// order in which things were found. It is total: any strings at all give valid documents.
package struct DigestWriter: Sendable {
  /// Bytes of the largest feed; entries beyond it are left to the archives.
  package static let feedLimit = 512 * 1024

  private let given: Digest

  package init(_ digest: Digest) { given = digest }

  /// Returns every file of the digest, in a fixed order: pages before the feeds that point to them.
  package func files() -> [DigestFile] {
    let digest = CleanDigest(given)
    let names = DigestNames(
      authority: digest.settings.authority,
      baseURL: digest.settings.baseURL
    )
    return PageWriter(digest: digest, names: names).files()
      + FeedPlan(digest: digest, names: names).files()
  }
}
