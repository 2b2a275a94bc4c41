//! Why the server ends a connection: close codes and the word that goes with each.

/// A reason to disconnect. The client comes back by itself, save after [`Disconnect::SeatGone`] and [`Disconnect::Moved`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disconnect {
    /// The server is stopping; come back in a moment.
    Restart,
    /// The room had to be reopened from its journal; come back at once.
    RoomReopened,
    /// Nothing was taken for 30 s; come back when the network is better.
    TooSlow,
    /// The seat has as many connections as one may have; close some and come back.
    Full,
    /// The seat is not valid any more; join again.
    SeatGone,
    /// Whoever has the seat was put into another group: they go on in another room.
    Moved,
    /// A frame was larger than allowed.
    TooLarge,
    /// Frames that are not of this protocol.
    NotUnderstood,
    /// Frames that are none of a WebSocket.
    BadFrame,
    /// The other side went away, or has not answered for long.
    Gone,
}

impl Disconnect {
    /// The WebSocket close code (RFC 6455 and the private range).
    pub fn code(self) -> u16 {
        match self {
            Self::Restart => 1012,
            Self::RoomReopened => 4000,
            Self::TooSlow => 4001,
            Self::Full => 1013,
            Self::SeatGone | Self::Moved => 4003,
            Self::TooLarge => 1009,
            Self::NotUnderstood => 1007,
            Self::BadFrame => 1002,
            Self::Gone => 1000,
        }
    }

    /// The reason as a word for programs; travels as the close reason.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Restart => "restart",
            Self::RoomReopened => "come-back",
            Self::TooSlow => "too-slow-come-back",
            Self::Full => "full-come-back-later",
            Self::SeatGone => "join-again",
            Self::Moved => "moved",
            Self::TooLarge => "frame-too-large",
            Self::NotUnderstood => "not-understood",
            Self::BadFrame => "bad-frame",
            Self::Gone => "goodbye",
        }
    }
}
