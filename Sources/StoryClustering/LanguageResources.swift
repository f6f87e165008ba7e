// SPDX-License-Identifier: Apache-2.0

/// The texts of the word tables, for rooms that read them in their own way.
package enum LanguageResources {
  /// Word frequencies: lines of language, ten times the Zipf value, words between commas.
  package static var background: String { backgroundText }

  /// Concepts under headings that say their kind: `Arabic|Persian|English`, commas between synonyms.
  package static var lexicon: [String] {
    [
      lexiconState, lexiconEconomy, lexiconSociety, lexiconGeneral, lexiconGeneral2, lexiconPlaces,
      lexiconCLDR, lexiconCompanies,
    ]
  }
}
