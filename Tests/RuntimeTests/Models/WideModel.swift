import ApusRuntime

/// A model with more than 64 members, more than 64 of which need a bit in the wire state.
struct Wide: ObjectModel {
    var p0: String?, p1: String?, p2: String?, p3: String?, p4: String?, p5: String?, p6: String?, p7: String?,
        p8: String?, p9: String?
    var p10: String?, p11: String?, p12: String?, p13: String?, p14: String?, p15: String?, p16: String?, p17: String?,
        p18: String?, p19: String?
    var p20: String?, p21: String?, p22: String?, p23: String?, p24: String?, p25: String?, p26: String?, p27: String?,
        p28: String?, p29: String?
    var p30: String?, p31: String?, p32: String?, p33: String?, p34: String?, p35: String?, p36: String?, p37: String?,
        p38: String?, p39: String?
    var p40: String?, p41: String?, p42: String?, p43: String?, p44: String?, p45: String?, p46: String?, p47: String?,
        p48: String?, p49: String?
    var p50: String?, p51: String?, p52: String?, p53: String?, p54: String?, p55: String?, p56: String?, p57: String?,
        p58: String?, p59: String?
    var p60: String?, p61: String?, p62: String?, p63: String?, p64: String?, p65: String?, p66: String?, p67: String?,
        p68: String?, p69: String?
    var last: Int
    private var wire = WireState()
    private var wire2 = WireState()

    static let table = ObjectTable(
        of: Self.self,
        """
        p0?~ p1?~ p2?~ p3?~ p4?~ p5?~ p6?~ p7?~ p8?~ p9?~
        p10?~ p11?~ p12?~ p13?~ p14?~ p15?~ p16?~ p17?~ p18?~ p19?~
        p20?~ p21?~ p22?~ p23?~ p24?~ p25?~ p26?~ p27?~ p28?~ p29?~
        p30?~ p31?~ p32?~ p33?~ p34?~ p35?~ p36?~ p37?~ p38?~ p39?~
        p40?~ p41?~ p42?~ p43?~ p44?~ p45?~ p46?~ p47?~ p48?~ p49?~
        p50?~ p51?~ p52?~ p53?~ p54?~ p55?~ p56?~ p57?~ p58?~ p59?~
        p60?~ p61?~ p62?~ p63?~ p64?~ p65?~ p66?~ p67?~ p68?~ p69?~
        last ^ ^
        """,
        Array(repeating: String?.self, count: 70) + [Int.self])
}
