import NIOCore
import Publication

/// Bytes that are sent to anybody who asks, packed once, each form with a tag that changes when they do.
package struct KeptContent: Sendable {
    let type: String
    let body: ByteBuffer
    /// With gzip; nil where that saves nothing.
    let packed: ByteBuffer?
    let tag: EntityTag

    package init(_ bytes: [UInt8], type: String) {
        self.type = type
        body = ByteBuffer(bytes: bytes)
        packed = Gzip.pack(bytes, effort: .best).map { ByteBuffer(bytes: $0) }
        tag = EntityTag(String(digest(of: bytes).prefix(24)))
    }
}
