import FoundationEssentials

/// Outlines of the countries, projected once and kept as SVG paths by ISO 3166-1 alpha-2 code (XK for Kosovo).
package struct WorldOutlines: Sendable {
    struct Outline: Sendable {
        /// Nil for a territory without a code of its own.
        let country: String?
        let path: String
    }

    static let (width, height) = (2000, 920)
    let outlines: [Outline]
    /// Countries that have an outline; small ones have none at this scale.
    package let countries: Set<String>

    /// Reads Natural Earth's admin-0 countries as GeoJSON.
    package init(geoJSON: [UInt8]) throws(PublicationFailure) {
        let collection: Collection
        do { collection = try JSONDecoder().decode(Collection.self, from: Data(geoJSON)) } catch {
            throw .outlinesUnreadable(reason: "it is not a collection of polygons")
        }
        // Antarctica has no citizens and would take a fifth of the height.
        outlines = collection.features.filter { $0.properties.adm0_a3 != "ATA" }.map { feature in
            Outline(country: feature.country, path: feature.geometry.coordinates.map(WorldOutlines.path).joined())
        }
        countries = Set(outlines.compactMap(\.country))
    }

    /// Rings as relative steps in whole units: half the bytes of decimal coordinates.
    private static func path(_ rings: [[[Double]]]) -> String {
        rings.map { ring in
            var path = ""
            var last: (x: Int, y: Int)?
            for position in ring where position.count >= 2 {
                let point = place(east: position[0], north: position[1])
                guard let before = last else {
                    path = "M\(point.x) \(point.y)l"
                    last = point
                    continue
                }
                let step = (point.x - before.x, point.y - before.y)
                if step == (0, 0) { continue }
                path +=
                    (path.hasSuffix("l") || step.0 < 0 ? "" : " ") + "\(step.0)" + (step.1 < 0 ? "" : " ") + "\(step.1)"
                last = point
            }
            return path.hasSuffix("l") ? "" : path + "z"
        }.joined()
    }

    private static func place(east: Double, north: Double) -> (x: Int, y: Int) {
        let (x, y) = EqualEarth.project(east: east, north: north)
        let scale = Double(width) / (2 * EqualEarth.eastern)
        return (Int((x * scale).rounded()) + width / 2, Int((EqualEarth.northern * scale - y * scale).rounded()))
    }

    private struct Collection: Decodable { let features: [Feature] }

    private struct Feature: Decodable {
        struct Properties: Decodable {
            let iso_a2: String
            let adm0_a3: String
        }
        struct Geometry: Decodable { let coordinates: [[[[Double]]]] }
        let properties: Properties
        let geometry: Geometry

        var country: String? {
            if properties.adm0_a3 == "KOS" { return "XK" }
            return properties.iso_a2.count == 2 && properties.iso_a2 != "-9" ? properties.iso_a2 : nil
        }
    }
}
