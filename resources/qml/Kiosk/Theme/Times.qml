// Durations in milliseconds.
import QtQuick

QtObject {
    // A second tap on the same thing within this time is the same tap.
    readonly property int secondTap: 500
}
