/* Pencarian tanpa server: mencari di daftar kata (indeks.js) yang ikut di folder ini. Tidak ada yang dikirim ke mana pun. */
(function () {
  "use strict";

  var MOST = 40; // hasil yang ditampilkan
  var rows = window.PARAF_INDEKS || [];
  var form = document.querySelector("form.cari");
  var field = document.getElementById("cari-kata");
  var told = document.getElementById("cari-hasil");
  var list = document.getElementById("cari-daftar");

  function folded(text) {
    return " " + text.toLowerCase().replace(/[^\p{L}\p{N}.,]+/gu, " ").replace(/[.,](?=\s|$)/g, "") + " ";
  }

  var pages = rows.map(function (row) {
    return { title: row[0], address: row[1], words: row[3], weight: row[4],
      parts: [[folded(row[2]), 1000], [folded(row[0]), 100], [folded(row[3]), 1]] };
  });

  function score(page, wanted) { // setiap kata harus ada, sebagai awal sebuah kata
    var sum = 0;
    for (var i = 0; i < wanted.length; i++) {
      var best = 0;
      page.parts.forEach(function (part) {
        if (part[0].indexOf(" " + wanted[i] + " ") >= 0) best = Math.max(best, part[1] * 2);
        else if (part[0].indexOf(" " + wanted[i]) >= 0) best = Math.max(best, part[1]);
      });
      if (!best) return 0;
      sum += best;
    }
    return sum * page.weight;
  }

  function excerpt(text, wanted) {
    var lower = text.toLowerCase();
    var at = Math.max(0, lower.indexOf(wanted[0]));
    var from = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 60)));
    var cut = text.slice(from, from + 180).trim();
    return (from ? "… " : "") + cut + (from + 180 < text.length ? " …" : "");
  }

  function line(page, wanted) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = "../" + page.address;
    link.textContent = page.title;
    var words = document.createElement("p");
    words.textContent = excerpt(page.words, wanted);
    item.append(link, words);
    return item;
  }

  function search() {
    var wanted = folded(field.value).trim().split(" ").filter(Boolean);
    list.replaceChildren();
    if (!wanted.length) {
      told.textContent = "Ketik yang Anda cari.";
      return;
    }
    var found = pages.map(function (page) { return [score(page, wanted), page]; })
      .filter(function (one) { return one[0] > 0; })
      .sort(function (one, other) { return other[0] - one[0]; });
    found.slice(0, MOST).forEach(function (one) { list.append(line(one[1], wanted)); });
    told.textContent = found.length
      ? found.length + " halaman ditemukan" + (found.length > MOST ? "; ini " + MOST + " yang paling sesuai." : ".")
      : "Tidak ada halaman yang memuat semua kata itu. Coba kata yang lebih pendek atau lebih umum.";
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    search();
  });
  field.addEventListener("input", search);
  field.value = new URLSearchParams(location.search).get("q") || "";
  search();
})();
