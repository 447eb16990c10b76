/// The drawing by which a browser marks the windows of the house.
package struct HouseIcon: Sendable {
    /// SVG, in UTF-8.
    package let drawing: [UInt8]
    /// The drawing's hash is in its name, so that it may be kept for ever.
    package let path: String

    /// - Parameter drawing: `Resources/style/icon.svg`.
    package init(_ drawing: [UInt8]) {
        self.drawing = drawing
        path = "/icon-\(digest(of: drawing).prefix(12)).svg"
    }
}
