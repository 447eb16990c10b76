import Foundation

/// The Equal Earth projection: areas keep their proportions, which a map with shaded areas needs.
///
/// - Source: B. Šavrič, T. Patterson, B. Jenny (2019), The Equal Earth map projection, International Journal of
///   Geographical Information Science 33(3), equations 1 to 4.
enum EqualEarth {
    private static let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    /// The eastern edge at the equator and the northern at the pole, on a unit sphere.
    static let eastern = 2.706629983696184
    static let northern = 1.3173627591574

    /// - Parameters: degrees east and north.
    /// - Returns: east and north on a unit sphere.
    static func project(east: Double, north: Double) -> (x: Double, y: Double) {
        let theta = asin(3.0.squareRoot() / 2 * sin(north * .pi / 180))
        let square = theta * theta
        let sixth = square * square * square
        let slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        let meridian = east * Double.pi / 180
        let x = 2 * 3.0.squareRoot() * meridian * cos(theta) / (3 * slope)
        return (x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square)))
    }
}
