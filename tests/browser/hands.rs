//! What a reader does with the hands beyond clicks and keys: dragging, touching.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use crate::reader::Reader;

/// A place in the window.
pub type Place = (f64, f64);

/// Presses the mouse at a place, moves it to another in ten steps, and lets it go.
pub async fn drag(reader: &Reader, from: Place, to: Place) -> Result<()> {
    let actions = path("mouse", 0, &steps(from, to));
    perform(reader, vec![actions]).await
}

/// Puts fingers on the screen, each at the first place of its way, moves them along in ten steps, and takes them off.
pub async fn touch(reader: &Reader, fingers: &[(Place, Place)]) -> Result<()> {
    let fingers = (0..).zip(fingers);
    let actions = fingers.map(|(number, (from, to))| path("touch", number, &steps(*from, *to)));
    perform(reader, actions.collect()).await
}

/// The places on the way from one to another.
fn steps((left, top): Place, (right, bottom): Place) -> Vec<Place> {
    let at = |step: i32| f64::from(step) / 10.0;
    let between = |step| {
        (
            left + (right - left) * at(step),
            top + (bottom - top) * at(step),
        )
    };
    (0..=10).map(between).collect()
}

/// A pointer of a kind that goes down at the first of these places and up at the last.
fn path(kind: &str, number: usize, places: &[Place]) -> Value {
    let to = |place: &Place| {
        let (x, y) = whole(*place);
        json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport" })
    };
    let mut actions: Vec<Value> = places.iter().take(1).map(to).collect();
    actions.push(json!({ "type": "pointerDown", "button": 0 }));
    actions.extend(places.iter().skip(1).map(to));
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    json!({
        "type": "pointer",
        "id": format!("{kind}-{number}"),
        "parameters": { "pointerType": kind },
        "actions": actions,
    })
}

/// Not every driver knows parts of pixels.
fn whole((x, y): Place) -> (i64, i64) {
    (x.round() as i64, y.round() as i64)
}

async fn perform(reader: &Reader, actions: Vec<Value>) -> Result<()> {
    let actions = Actions::from(Value::from(actions));
    reader
        .window
        .handle()
        .cmd(Command::PerformActions(actions))
        .await?;
    Ok(())
}
