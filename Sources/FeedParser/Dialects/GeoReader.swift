// SPDX-License-Identifier: Apache-2.0

/// GeoRSS Simple, GeoRSS GML and W3C Basic Geo.
enum GeoReader {
  /// Reads the element at `index`; `false` when it says nothing of a place.
  static func read(_ index: Int, _ tape: XMLTape, _ fields: inout ModuleFields) -> Bool {
    switch tape.tag(index) {
    case .geoLat: fields.latitude = tape.someText(index).flatMap { Double($0) }
    case .geoLong, .geoLon: fields.longitude = tape.someText(index).flatMap { Double($0) }
    case .geoPoint:
      for child in tape.children(index) { _ = read(child, tape, &fields) }
    case .georssFeatureName: fields.placeName = tape.someText(index)
    default:
      guard let place = place(index, tape) else { return false }
      fields.place = fields.place ?? place
    }
    return true
  }

  private static func place(_ index: Int, _ tape: XMLTape) -> GeoPlace? {
    let text = tape.text(index)
    switch tape.tag(index) {
    case .georssPoint: return make(.point, text, 2, 1)
    case .georssLine: return make(.line, text, 2, 2)
    case .georssPolygon: return make(.polygon, text, 2, 3)
    case .georssBox: return make(.box, text, 2, 2)
    case .georssWhere: return tape.children(index).lazy.compactMap { shape($0, tape) }.first
    default: return shape(index, tape)
    }
  }

  /// A GML geometry (GeoRSS GML profile of GML 3.1.1).
  private static func shape(_ index: Int, _ tape: XMLTape) -> GeoPlace? {
    let kinds: [XMLTag: (GeoPlace.Shape, Int)] = [
      .gmlPoint: (.point, 1), .gmlLineString: (.line, 2), .gmlPolygon: (.polygon, 3),
      .gmlEnvelope: (.box, 2),
    ]
    guard let (shape, least) = kinds[tape.tag(index)] else { return nil }
    var system = tape.someAttribute(index, .srsname)
    var dimension = tape.attribute(index, .srsdimension) == "3" ? 3 : 2
    var text = ""
    var place = tape.inside(index)
    while place < tape.end(index) {
      if tape.records[place].kind == .element {
        switch tape.tag(place) {
        case .gmlPos, .gmlPosList, .gmlLowerCorner, .gmlUpperCorner, .gmlCoordinates:
          system = tape.someAttribute(place, .srsname) ?? system
          if let written = tape.attribute(place, .srsdimension).flatMap(Number.count) {
            dimension = written == 3 ? 3 : 2
          }
          text += " " + tape.text(place)
        default: break
        }
      }
      place += 1
    }
    var result = make(shape, text, dimension, least)
    result?.referenceSystem = system
    if let system, isProjected(system), let positions = result?.positions {
      result?.positions = positions.map {
        .init(latitude: $0.longitude, longitude: $0.latitude, altitude: $0.altitude)
      }
    }
    return result
  }

  /// Whether a system of the EPSG registry counts eastings before northings: those whose codes lie
  /// outside of 4000…4999 are projections.
  private static func isProjected(_ system: String) -> Bool {
    guard system.uppercased().contains("EPSG"), let code = system.split(separator: ":").last,
      let number = Int(code)
    else { return false }
    return !(4000..<5000).contains(number)
  }

  /// Positions from numbers between spaces or commas: latitude, then longitude.
  private static func make(
    _ shape: GeoPlace.Shape,
    _ text: String,
    _ dimension: Int,
    _ least: Int
  ) -> GeoPlace? {
    let parts = text.split { $0.isWhitespace || $0 == "," }
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, numbers.count <= 20_000,
      numbers.count / dimension >= least, numbers.count % dimension == 0
    else { return nil }
    let positions = stride(from: 0, to: numbers.count, by: dimension).map { start in
      GeoPlace.Position(
        latitude: numbers[start],
        longitude: numbers[start + 1],
        altitude: dimension == 3 ? numbers[start + 2] : nil
      )
    }
    return GeoPlace(shape, positions)
  }
}
