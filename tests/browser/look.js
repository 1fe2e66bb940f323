// Looks at a page as a reader does, in a frame of a given width: what sticks out to the right, what is too small or too faint to be
// read. One line a finding; none: "clean WIDTH N" with the number of texts that were looked at.
"use strict";
const least = 11, contrast = 4.5;

function channel(value) {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
function luminance(colour) {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}
function ground(element, view) {
    for (let at = element; at; at = at.parentElement) {
        const colour = view.getComputedStyle(at).backgroundColor;
        if (!/rgba\(.*, 0\)|transparent/.test(colour))
            return colour;
    }
    return "rgb(255, 255, 255)";
}
function look(frame, width, say) {
    const page = frame.contentDocument, view = frame.contentWindow;
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    let texts = 0, faults = 0;
    const fault = (what, text) => { faults++; say(what + "\t" + text.trim().slice(0, 40)); };
    if (page.documentElement.scrollWidth > width)
        fault("overflow " + page.documentElement.scrollWidth + " > " + width, "page");
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || node.parentElement.closest("title, style, script"))
            continue;
        const range = page.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect(), style = view.getComputedStyle(node.parentElement);
        if (!box.width || style.visibility === "hidden")
            continue;
        texts++;
        const svg = node.parentElement.ownerSVGElement;
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        if (parseFloat(style.fontSize) * scale < least)
            fault("small " + (parseFloat(style.fontSize) * scale).toFixed(1), node.data);
        if (box.right > width + 1 || box.left < -1)
            fault("outside " + box.left.toFixed(0) + ".." + box.right.toFixed(0), node.data);
        const one = luminance(svg ? style.fill : style.color), other = luminance(ground(node.parentElement, view));
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < contrast)
            fault("faint " + ratio.toFixed(2), node.data);
    }
    say(faults ? "faults " + width + " " + faults : "clean " + width + " " + texts);
}
