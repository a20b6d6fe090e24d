"use strict";
/* Sorts the tables marked so by the column whose header is pressed; unknown and hidden cells always stay at the end. */
document.querySelectorAll("table[data-sort]").forEach(function (table) {
  var body = table.tBodies[0];
  var heads = table.tHead.rows[table.tHead.rows.length - 1].cells;
  var language = document.documentElement.lang;
  var value = function (row, column) {
    var cell = row.cells[column];
    if (cell.hasAttribute("data-v")) { var told = cell.getAttribute("data-v"); return told === "" ? null : Number(told); }
    return cell.textContent;
  };
  Array.prototype.forEach.call(heads, function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    while (head.firstChild) { button.appendChild(head.firstChild); }
    head.appendChild(button);
    button.addEventListener("click", function () {
      var rows = Array.prototype.slice.call(body.rows);
      var numbers = rows.some(function (row) { return row.cells[column].hasAttribute("data-v"); });
      var was = head.getAttribute("aria-sort");
      var down = was ? was === "ascending" : numbers;
      rows.sort(function (one, other) {
        var a = value(one, column), b = value(other, column);
        if (a === null || b === null) { return (a === null) - (b === null); }
        var order = numbers ? a - b : a.localeCompare(b, language, { numeric: true });
        return down ? -order : order;
      });
      Array.prototype.forEach.call(heads, function (each) { each.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });
});
