import CZlib

/// Packs bytes as RFC 1952 has it.
enum Gzip {
    enum Effort: Int32 {
        /// For what is packed while somebody waits.
        case quick = 4
        /// For what is packed once and kept.
        case best = 9
    }

    /// Nil where the library refuses, or where packing saves nothing.
    static func pack(_ bytes: [UInt8], effort: Effort) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, 16 for the gzip wrapping.
        let version = ZLIB_VERSION
        guard
            deflateInit2_(
                &stream, effort.rawValue, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, version,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let isDone = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        let length = Int(stream.total_out)
        return isDone && length < bytes.count ? Array(output.prefix(length)) : nil
    }
}
