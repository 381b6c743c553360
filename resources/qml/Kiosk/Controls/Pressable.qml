// What can be pressed: one finger, on release, sliding out cancels, a second tap within half a second is the same tap.
// A MouseArea and not a TapHandler, for it takes one finger at a time: the first down wins and a palm arms nothing.
// The look is the user's child; `down` and `focused` tell it what to show.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    // What a screen reader says; every pressable thing has one.
    required property string name
    property string description
    property bool available: true
    // Keys of the keypad take fast repeats.
    property bool rapid: false
    property bool checkable: false
    property bool checked: false
    // Unseen margin around the drawn shape that also takes the finger.
    property real reach: Theme.size.gap2
    // Corner of the shape that keyboard focus is drawn around (FocusRing, one for the window).
    property real ringRadius: Theme.size.radius
    // What this is, where a delegate may become something else under a finger: lifting it then is no tap.
    property string identity
    property string pressedIdentity
    readonly property bool down: area.pressed && area.containsMouse && pressedIdentity === identity
    property double lastTap: 0

    signal activated

    function tap(): void {
        const now = Date.now();
        if (!root.available || (!root.rapid && now - root.lastTap < Theme.time.secondTap))
            return;
        root.lastTap = now;
        root.activated();
    }

    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.description: description
    Accessible.focusable: available
    Accessible.name: name
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: tap()
    Keys.onReturnPressed: tap()
    Keys.onSpacePressed: tap()
    activeFocusOnTab: available

    Accessible.onPressAction: tap()

    MouseArea {
        id: area

        acceptedButtons: Qt.LeftButton
        anchors.fill: parent
        anchors.margins: -root.reach
        enabled: root.available

        onClicked: {
            if (root.pressedIdentity === root.identity)
                root.tap();
        }
        onPressed: root.pressedIdentity = root.identity
    }
}
