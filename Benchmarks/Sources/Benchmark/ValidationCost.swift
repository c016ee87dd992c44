import ApusRuntime
import Measuring

/// What validating a decoded value costs, measured against decoding it.
struct ValidationCost {
    let decode: Double
    let validate: Double
    let both: Double
    /// The medians of the rounds' ratios to decoding.
    let validateRatio: Double
    let bothRatio: Double

    init<Value: JSONCodable>(of type: Value.Type, _ bytes: [UInt8], rounds: Int = 15) throws {
        let value = try JSON.decode(type, from: bytes)
        let seconds = try interleaved(
            rounds: rounds,
            [
                { _ = try JSON.decode(type, from: bytes) },
                { try value.validate() },
                { try JSON.decode(type, from: bytes).validate() },
            ])
        func ratio(_ piece: Int) -> Double { median(zip(seconds[0], seconds[piece]).map { $1 / $0 }) }
        decode = median(seconds[0])
        validate = median(seconds[1])
        both = median(seconds[2])
        validateRatio = ratio(1)
        bothRatio = ratio(2)
    }

    /// A Markdown table.
    var table: String {
        """
        | validation | ms | ÷ decode |
        | --- | --- | --- |
        | decode | \(format(decode * 1e3, 3)) | |
        | `validate()` | \(format(validate * 1e3, 3)) | \(format(validateRatio, 2))× |
        | decode and `validate()` | \(format(both * 1e3, 3)) | \(format(bothRatio, 2))× |
        """
    }
}
