import HTTPTypes
import Hummingbird
import NIOCore

/// What the site says to a question.
struct Answer: Sendable {
    /// Bytes ready to send, plain and packed, with a tag each that changes when they do.
    struct Content: Sendable {
        let type: String
        let body: ByteBuffer
        /// With gzip; nil where that saves nothing.
        let packed: ByteBuffer?
        let tag: String
        let packedTag: String
    }

    let status: Int
    let headers: [HTTPField.Name: String]
    let content: Content?
}
