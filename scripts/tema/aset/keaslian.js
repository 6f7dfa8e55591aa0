/* Periksa keaslian: menghitung SHA-256 sebuah berkas di peramban ini, lalu mencarinya di daftar pada halaman yang sama.
   Tidak ada yang dikirim dan tidak ada yang diambil dari mana pun. */
(function () {
  "use strict";

  var K = [];
  var H = [];
  (function () { // bilangan tetap SHA-256: bagian pecahan akar pangkat tiga dan dua bilangan prima
    var n, i, prime;
    for (n = 2; K.length < 64; n++) {
      prime = true;
      for (i = 2; i * i <= n; i++) if (n % i === 0) { prime = false; break; }
      if (prime) {
        if (H.length < 8) H.push((Math.pow(n, 1 / 2) % 1) * 4294967296 | 0);
        K.push((Math.pow(n, 1 / 3) % 1) * 4294967296 | 0);
      }
    }
  })();

  function padded(bytes) {
    var whole = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64);
    var view = new DataView(whole.buffer);
    whole.set(bytes);
    whole[bytes.length] = 128;
    view.setUint32(whole.length - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(whole.length - 4, (bytes.length << 3) >>> 0);
    return view;
  }

  function own(bytes) { // untuk peramban tanpa Web Crypto (alamat http biasa)
    var view = padded(bytes), h = H.slice(), w = new Int32Array(64), at, i, a, b, c, d, e, f, g, x, y, s, t;
    function turn(v, n) { return (v >>> n) | (v << (32 - n)); }
    for (at = 0; at < view.byteLength; at += 64) {
      a = h[0]; b = h[1]; c = h[2]; d = h[3]; e = h[4]; f = h[5]; g = h[6]; x = h[7];
      for (i = 0; i < 64; i++) {
        if (i < 16) {
          w[i] = view.getInt32(at + i * 4);
        } else {
          s = w[i - 15];
          t = w[i - 2];
          w[i] = (w[i - 16] + (turn(s, 7) ^ turn(s, 18) ^ (s >>> 3)) + w[i - 7] + (turn(t, 17) ^ turn(t, 19) ^ (t >>> 10))) | 0;
        }
        y = (x + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        s = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        x = g; g = f; f = e; e = (d + y) | 0; d = c; c = b; b = a; a = (y + s) | 0;
      }
      [a, b, c, d, e, f, g, x].forEach(function (v, n) { h[n] = (h[n] + v) | 0; });
    }
    return h.map(function (v) { return ("0000000" + (v >>> 0).toString(16)).slice(-8); }).join("");
  }

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (v) { return ("0" + v.toString(16)).slice(-2); }).join("");
  }

  function digest(buffer) {
    var subtle = window.crypto && window.crypto.subtle;
    if (!subtle) return Promise.resolve(own(new Uint8Array(buffer)));
    return subtle.digest("SHA-256", buffer).then(hex, function () { return own(new Uint8Array(buffer)); });
  }

  function read(file) {
    return new Promise(function (done, failed) {
      var reader = new FileReader();
      reader.onload = function () { done(reader.result); };
      reader.onerror = function () { failed(reader.error); };
      reader.readAsArrayBuffer(file);
    });
  }

  function grouped(text) { return text.replace(/(.{4})(?=.)/g, "$1 "); }

  var box = document.getElementById("keaslian");
  if (!box) return;
  var answer = document.getElementById("keaslian-jawaban");
  var picked = document.getElementById("keaslian-berkas");
  var typed = document.getElementById("keaslian-sidik");
  var office = document.getElementById("keaslian-kantor").textContent;
  var known = {};
  Array.prototype.forEach.call(document.querySelectorAll(".daftar-sidik tbody tr"), function (row) {
    var sidik = row.querySelector("code.sidik").textContent.replace(/\s/g, "");
    if (!known[sidik]) known[sidik] = [row.cells[0].textContent.trim(), row.cells[1].textContent.trim(),
      row.cells[1].querySelector("span").className];
  });
  document.getElementById("keaslian-tanpa").hidden = true;
  box.hidden = false;

  function say(kind, head, lines, sidik) {
    var parts = [["strong", head]].concat(lines.map(function (line) { return ["p", line]; }));
    if (sidik) parts.push(["code", grouped(sidik)]);
    answer.className = "keaslian-jawaban " + kind;
    answer.textContent = "";
    parts.forEach(function (part) {
      var element = document.createElement(part[0]);
      element.textContent = part[1];
      answer.appendChild(element);
    });
  }

  // Hijau hanya untuk yang berlaku sekarang; contoh, yang diganti, yang ditarik, dan bukti susulan selalu bercatatan.
  function recognised(word, holds, lines, sidik) {
    var note = { contoh: ", tetapi ini data contoh.", lain: ", dengan catatan." }[holds];
    say(note ? "lain" : "sama", word + (note || "."), lines, sidik);
  }

  function unknown(what, sidik) {
    say("lain", "Tidak dikenal: " + what + " tidak ada di daftar di bawah.", [
      "Belum tentu palsu. Berkasnya mungkin dipindai dari cetakan, disimpan ulang oleh program lain, atau terbit sesudah halaman ini dibuat.",
      "Unduh lagi PDF-nya dari halaman LAKIP terbit, lalu periksa yang itu. Bila tetap ragu, tanyakan kepada " + office + " dengan menyebut sidik jari ini:"
    ], sidik);
  }

  var asked = 0;
  function check(file) {
    var turn = ++asked;
    say("", "Menghitung …", [], null);
    read(file).then(digest).then(function (sidik) {
      if (turn !== asked) return; // berkas lain sudah dipilih
      var found = known[sidik];
      if (found) recognised("Sama", found[2], ["Berkas " + file.name + " sama persis dengan " + found[0] + ". " + found[1]], sidik);
      else unknown("sidik jari berkas " + file.name, sidik);
    }, function () {
      if (turn === asked) say("lain", "Berkas itu tidak dapat dibaca.", ["Salin dulu ke komputer ini, lalu pilih lagi."], null);
    });
  }

  function look() {
    var sidik = typed.value.replace(/[\s\u200b\u00a0-]/g, "").toLowerCase();
    asked++;
    if (!/^[0-9a-f]{64}$/.test(sidik)) {
      say("lain", "Sidik jari digital belum lengkap.", [
        "Yang ditulis " + sidik.length + " huruf dan angka; seharusnya 64, hanya angka dan huruf a sampai f. Salin lagi dari lembar pengesahan."
      ], null);
    } else if (known[sidik]) {
      recognised("Dikenal", known[sidik][2], ["Sidik jari ini milik " + known[sidik][0] + ". " + known[sidik][1]], sidik);
    } else {
      unknown("sidik jari yang Anda ketik", sidik);
    }
  }

  picked.addEventListener("change", function () { if (picked.files.length) check(picked.files[0]); });
  document.getElementById("keaslian-periksa").addEventListener("click", look);
  typed.addEventListener("keydown", function (event) {
    if (event.key === "Enter") { event.preventDefault(); look(); }
  });
  // Dijatuhkan di mana pun di halaman ini: peramban tidak boleh pindah ke berkasnya.
  ["dragover", "drop"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      event.preventDefault();
      var files = event.dataTransfer && event.dataTransfer.files;
      if (name === "drop" && files && files.length) check(files[0]);
    });
  });
})();
