// Colours by what they mean. High contrast is black, white and yellow only; it is another set here, never another page.
// Contrast figures: text ≥ 7 : 1 on its ground, edges of what can be pressed ≥ 3 : 1.
import QtQuick

QtObject {
    id: root

    required property bool contrast

    readonly property color black: "#000000"
    readonly property color white: "#FFFFFF"
    readonly property color yellow: "#FFE14D"
    readonly property color none: "transparent"

    // Grounds
    readonly property color paper: contrast ? black : "#F7F3EA"
    readonly property color surface: contrast ? black : "#FFFFFF"
    readonly property color sky: contrast ? black : "#E2EBE9"
    readonly property color keyboard: contrast ? black : "#ECE5D5"
    readonly property color stub: contrast ? black : "#F1ECDF"

    // Words
    readonly property color ink: contrast ? white : "#14293D"
    readonly property color inkQuiet: contrast ? white : "#3C4A57"
    readonly property color inkAway: contrast ? white : "#6B7075"

    // Lines and thickness
    readonly property color hairline: contrast ? white : "#E1DACB"
    readonly property color edge: contrast ? white : "#857C6B"
    readonly property color thickness: contrast ? white : "#8B6B43"
    readonly property color cord: contrast ? white : "#8B6B43"
    readonly property color beam: contrast ? white : "#6E4423"
    readonly property color beamLow: contrast ? white : "#4E2F16"
    readonly property color peg: contrast ? yellow : "#F2B134"
    readonly property color eyelet: contrast ? yellow : "#9A6A0B"

    // The next best step, selected things, icons
    readonly property color civic: contrast ? yellow : "#0A4680"
    readonly property color icon: contrast ? yellow : "#0A4680"
    readonly property color step: contrast ? black : "#0A4680"
    readonly property color stepPressed: contrast ? "#333300" : "#062E57"
    readonly property color stepThickness: contrast ? yellow : "#062E57"
    readonly property color stepWords: contrast ? yellow : "#FFFFFF"
    readonly property color stepEdge: contrast ? yellow : "#0A4680"
    readonly property color selectedWords: contrast ? black : "#FFFFFF"
    readonly property color pressed: contrast ? "#333300" : "#E3ECF4"

    // The one vermilion thing of a screen: 取号
    readonly property color main: contrast ? yellow : "#A52B14"
    readonly property color mainPressed: contrast ? white : "#6C180A"
    readonly property color mainThickness: contrast ? white : "#6C180A"
    readonly property color cutLine: contrast ? black : "#E7B4A8"
    readonly property color mainWords: contrast ? black : "#FFFFFF"

    // 金小二
    readonly property color gold: contrast ? yellow : "#F2B134"
    readonly property color goldThickness: contrast ? white : "#9A6A0B"
    readonly property color goldWords: contrast ? black : "#14293D"
    readonly property color goldDeep: contrast ? yellow : "#5C3D00"

    // Lists and verdicts
    readonly property color teal: contrast ? yellow : "#08544D"
    readonly property color tealThickness: contrast ? yellow : "#033630"
    readonly property color plum: contrast ? yellow : "#613270"
    readonly property color plumThickness: contrast ? yellow : "#421D4E"
    readonly property color leaf: contrast ? yellow : "#0E542A"
    readonly property color leafThickness: contrast ? yellow : "#063318"
    readonly property color tickMark: contrast ? black : "#FFFFFF"
    readonly property color alarm: contrast ? yellow : "#931A1A"
    readonly property color verdictGround: contrast ? black : leaf
    readonly property color verdictWords: contrast ? yellow : "#FFFFFF"

    // Rounded words of state: white on deep, in high contrast yellow on black
    readonly property color pillQuiet: contrast ? black : "#0A4680"
    function pillOfList(list: string): color {
        return contrast ? black : ofList(list);
    }

    // Tints
    readonly property color tintBlue: contrast ? black : "#E3ECF4"
    readonly property color tintTeal: contrast ? black : "#DDECE8"
    readonly property color tintPlum: contrast ? black : "#EFE6F1"
    readonly property color tintLeaf: contrast ? black : "#E1EFE2"
    readonly property color tintGold: contrast ? black : "#FCEFD2"
    readonly property color tintAlarm: contrast ? black : "#F8E4E1"

    // For staff
    readonly property color staff: contrast ? black : "#EFEADD"

    // Not now
    readonly property color away: contrast ? black : "#EEE9DD"
    readonly property color awayEdge: contrast ? white : "#A39B8B"
    readonly property color awayWords: contrast ? white : "#5E646A"

    // The display in the hall
    readonly property color callGround: contrast ? black : "#14293D"
    readonly property color callWords: contrast ? yellow : "#FFFFFF"
    readonly property color callQuiet: contrast ? white : "#C9D3DC"
    readonly property color callLine: contrast ? white : "#3C4A57"
    function ofTone(tone: string): color {
        return tone === "gold" ? gold : tone === "teal" ? teal : tone === "plum" ? plum : tone === "leaf" ? leaf : civic;
    }
    // A board of white words in the colour of its list; in high contrast yellow on black.
    function boardOfList(list: string): color {
        return contrast ? black : ofList(list);
    }
    // The pages of a list that are not shown now, on its board.
    function dashOfList(list: string): color {
        return contrast ? "#666600" : list === "social_security" ? "#5B8B86" : list === "retained" ? "#9277A0" : list === "abolished" ? "#5E8A6E" : list === "notice" ? "#5F6F7E" : "#5C84AC";
    }

    // The deep colour and the tint of a list.
    function ofList(list: string): color {
        return list === "social_security" ? teal : list === "retained" ? plum : list === "abolished" ? leaf : civic;
    }
    function thicknessOfList(list: string): color {
        return list === "social_security" ? tealThickness : list === "retained" ? plumThickness : list === "abolished" ? leafThickness : stepThickness;
    }
    function tintOfList(list: string): color {
        return list === "social_security" ? tintTeal : list === "retained" ? tintPlum : list === "abolished" ? tintLeaf : tintBlue;
    }
}
