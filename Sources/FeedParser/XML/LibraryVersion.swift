// SPDX-License-Identifier: Apache-2.0
import CLibXML2

extension FeedParser {
  /// The version of libxml2 that this program was built with.
  package static var libxml2Version: String { LIBXML_DOTTED_VERSION }
}
