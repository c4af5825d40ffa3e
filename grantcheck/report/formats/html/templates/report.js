"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const table = byId("notes-table");
  const body = table.tBodies[0];
  const form = byId("filters");
  const status = byId("shown");
  const locale = document.documentElement.lang;
  const inOrder = new Intl.Collator(locale, { numeric: true });
  const written = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, locale === "da" ? "." : "\u00a0");

  const notes = Array.from(body.rows, (row) => {
    const section = byId(row.dataset.note);
    return {
      row,
      section,
      text: null,
      outcomes: row.dataset.outcomes.split(" "),
      rules: row.dataset.rules.split(" "),
      committees: row.dataset.committees.split(" "),
      findings: Array.from(section.querySelectorAll(".finding")),
    };
  });

  const field = (name) => byId("filter-" + name).value;
  const textOf = (note) => (note.text ??= (note.row.textContent + " " + note.section.textContent).toLocaleLowerCase(locale));

  // a note is shown where one finding fits both outcome and rule, so that no choice shows a note without a reason
  const fits = (finding, outcomes, rule) =>
    (!outcomes.length || outcomes.includes(finding.dataset.outcome)) && (!rule || finding.dataset.rule === rule);

  // rows come back a screenful at a time, so that hundreds of them do not hold up typing
  const FIRST = 60;
  const FURTHER = 100;
  let waiting = [];
  const revealRows = (count) => {
    for (const row of waiting.splice(0, count)) row.hidden = false;
    if (!waiting.length) return;
    const mine = waiting;
    requestAnimationFrame(() => mine === waiting && revealRows(FURTHER));
  };

  const filter = () => {
    waiting = [];
    const words = field("text").toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
    const committee = field("committee");
    const outcomes = field("outcome").split(" ").filter(Boolean);
    const rule = field("rule");
    const narrowed = Boolean(outcomes.length || rule);
    let shown = 0;
    for (const note of notes) {
      let visible = !committee || note.committees.includes(committee);
      visible &&= !words.length || words.every((word) => textOf(note).includes(word));
      if (visible && narrowed) {
        visible = outcomes.includes("clean") && !rule
          ? note.outcomes.includes("clean")
          : note.findings.some((finding) => fits(finding, outcomes, rule));
      }
      note.section.hidden = !visible;
      if (!visible) {
        note.row.hidden = true;
        continue;
      }
      if (note.row.hidden) waiting.push(note.row);
      shown += 1;
      for (const finding of note.findings) finding.hidden = narrowed && !fits(finding, outcomes, rule);
    }
    revealRows(FIRST);
    const said = shown ? status.dataset.form : status.dataset.none;
    status.textContent = said.replace("{shown}", written(shown)).replace("{all}", written(notes.length));
    document.body.classList.toggle("filtered", shown < notes.length || narrowed);
  };

  const showAll = () => {
    form.reset();
    filter();
  };

  const sortBy = (head, column) => {
    const numbers = head.dataset.by === "number";
    const before = head.getAttribute("aria-sort");
    const falling = before === "ascending" || (!before && numbers);
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    const keyed = notes.map((note) => {
      const cell = note.row.cells[column];
      const order = cell.dataset.order;
      return { note, key: numbers ? (order === "" ? null : Number(order)) : cell.textContent };
    });
    const sign = falling ? -1 : 1;
    keyed.sort((one, other) => {
      // what was not read comes last, whichever way
      if (one.key === null || other.key === null) return (one.key === null) - (other.key === null);
      return sign * (numbers ? one.key - other.key : inOrder.compare(one.key, other.key));
    });
    notes.splice(0, notes.length, ...keyed.map(({ note }) => note));
    body.append(...notes.map(({ row }) => row));
  };

  const makeSortable = (head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(head, column));
  };

  const openAll = byId("open-all");
  const evidence = () => document.querySelectorAll(".finding details");
  const setOpen = (open) => {
    for (const each of evidence()) each.open = open;
    openAll.dataset.state = open ? "open" : "closed";
    openAll.textContent = open ? openAll.dataset.close : openAll.dataset.open;
  };

  // a link may lead to what the filter hides
  const reveal = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) showAll();
    if (target.matches(".finding")) target.querySelector("details")?.setAttribute("open", "");
    target.scrollIntoView();
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
  };

  let closed = [];
  addEventListener("beforeprint", () => {
    revealRows(waiting.length);
    closed = Array.from(evidence()).filter((each) => !each.open);
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
    closed = [];
  });

  Array.from(table.tHead.rows[0].cells).forEach(makeSortable);
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  openAll.addEventListener("click", () => setOpen(openAll.dataset.state !== "open"));
  addEventListener("hashchange", reveal);
  requestIdleCallback(() => notes.forEach(textOf));
  form.hidden = openAll.hidden = byId("sort-hint").hidden = false;
  filter();
  reveal();
})();
